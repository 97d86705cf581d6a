package io.github.vastsdk;

import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The short name that the service gives to an error, such as {@code no_such_instance}.
 *
 * <p>The set is open: there is a constant for every code that Vast.ai documents, those of Thunder Compute are
 * at {@link io.github.vastsdk.thunder.ThunderErrorCode}, and a code that the service invents tomorrow is an
 * {@code ErrorCode} too. Two codes are equal when their texts are, upper and lower case aside.
 */
public final class ErrorCode implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    // Filled by the constants below while the class initialises, and only read afterwards.
    private static final Map<String, ErrorCode> DOCUMENTED = new HashMap<>();

    /** Stands for an answer without a code. */
    public static final ErrorCode NONE = new ErrorCode("");

    // Signing in and permissions

    /** The key is missing, unknown or no longer valid; sent with 401, 403 and 404. */
    public static final ErrorCode AUTH_ERROR = documented("auth_error");
    /** The serverless router does not know the key. */
    public static final ErrorCode AUTHENTICATION_FAILED = documented("Authentication failed");
    /** No valid key came with the call, or the key may not do this. */
    public static final ErrorCode UNAUTHORIZED = documented("unauthorized");
    /** The account may not do this. */
    public static final ErrorCode FORBIDDEN = documented("forbidden");
    /** Only somebody else may do this, such as the team's owner. */
    public static final ErrorCode NOT_ALLOWED = documented("not_allowed");
    /** The thing belongs to another account. */
    public static final ErrorCode NOT_AUTHORIZED = documented("not_authorized");
    /** The permissions for a new API key are malformed. */
    public static final ErrorCode INVALID_PERMISSIONS = documented("invalid_permissions");
    /** A new API key needs permissions and none were given. */
    public static final ErrorCode MISSING_PERMISSIONS = documented("missing_permissions");
    /** A value needed to prove who is calling is missing. */
    public static final ErrorCode MISSING_AUTH_VALUE = documented("missing_auth_value");

    // Money and limits

    /** The account's credit does not cover the operation. */
    public static final ErrorCode INSUFFICIENT_CREDIT = documented("insufficient_credit");
    /** The account's balance does not cover the transfer. */
    public static final ErrorCode INSUFFICIENT_BALANCE = documented("insufficient_balance");
    /** The account has no way of paying set up. */
    public static final ErrorCode MISSING_BILLING = documented("missing_billing");
    /** A new account may not spend this fast yet. */
    public static final ErrorCode SPEND_RATE_LIMIT = documented("spend_rate_limit");
    /** The endpoint was called too soon after the last call. */
    public static final ErrorCode RATE_LIMIT_EXCEEDED = documented("rate_limit_exceeded");
    /** The account holds as many environment variables as it may. */
    public static final ErrorCode MAX_SECRETS = documented("max_secrets");

    // Things that are missing

    /** The thing named by the path does not exist. */
    public static final ErrorCode NOT_FOUND = documented("not_found");
    /** The offer does not exist or is no longer for rent. */
    public static final ErrorCode NO_SUCH_ASK = documented("no_such_ask");
    /** The instance does not exist or belongs to another account. */
    public static final ErrorCode NO_SUCH_INSTANCE = documented("no_such_instance");
    /** The SSH key is not on the instance. */
    public static final ErrorCode NO_SUCH_SSH_KEY = documented("no_such_ssh_key");
    /** The user does not exist. */
    public static final ErrorCode NO_SUCH_USER = documented("no_such_user");
    /** The volume does not exist. */
    public static final ErrorCode NO_SUCH_VOLUME = documented("no_such_volume");
    /** The worker group does not exist. */
    public static final ErrorCode NO_SUCH_WORKERGROUP = documented("no_such_workergroup");
    /** The environment variable does not exist. */
    public static final ErrorCode NONEXISTENT_KEY = documented("nonexistent_key");
    /** No SSH key came with the call, or the account has none by that id. */
    public static final ErrorCode NO_SSH_KEY = documented("no_ssh_key");
    /** The instance has no price increase to answer. */
    public static final ErrorCode NO_PENDING_PRICE_INCREASE = documented("no_pending_price_increase");
    /** The endpoint was retired. */
    public static final ErrorCode DEPRECATED_ENDPOINT = documented("deprecated_endpoint");

    // Things that are there already

    /** The environment variable exists already. */
    public static final ErrorCode EXISTING_KEY = documented("existing_key");
    /** The user exists already. */
    public static final ErrorCode USER_EXISTS = documented("user_exists");

    // Wrong arguments

    /** An argument is wrong; the detail says which. */
    public static final ErrorCode INVALID_ARGS = documented("invalid_args");
    /** The request is malformed. */
    public static final ErrorCode INVALID_REQUEST = documented("invalid_request");
    /** A parameter is wrong. */
    public static final ErrorCode INVALID_PARAMS = documented("invalid_params");
    /** The search query is malformed. */
    public static final ErrorCode INVALID_QUERY = documented("invalid_query");
    /** The paging token is not valid; nothing to do with credentials. */
    public static final ErrorCode INVALID_TOKEN = documented("invalid_token");
    /** The id is not valid. */
    public static final ErrorCode INVALID_ID = documented("invalid_id");
    /** One of the instance ids is not valid. */
    public static final ErrorCode INVALID_INSTANCE_ID = documented("invalid_instance_id");
    /** The instance cannot run commands. */
    public static final ErrorCode INVALID_CONTAINER = documented("invalid_container");
    /** The id names no container. */
    public static final ErrorCode INVALID_CONTAINER_ID = documented("invalid_container_id");
    /** The bid is too low, too high or not a number. */
    public static final ErrorCode INVALID_PRICE = documented("invalid_price");
    /** The e-mail address is not valid. */
    public static final ErrorCode INVALID_EMAIL = documented("invalid_email");
    /** The recipient of a transfer is not valid. */
    public static final ErrorCode INVALID_RECIPIENT = documented("invalid_recipient");
    /** A text holds characters that are not allowed. */
    public static final ErrorCode INVALID_CHARACTERS = documented("invalid_characters");
    /** The range of dates is not valid; sent with 200. */
    public static final ErrorCode INVALID_DATE_RANGE = documented("Invalid date range");
    /** The serverless router cannot route the call. */
    public static final ErrorCode INVALID_ENDPOINT_OR_PARAMETERS =
            documented("Invalid endpoint or missing required parameters");
    /** A required member is missing. */
    public static final ErrorCode MISSING_INPUT = documented("missing_input");
    /** A required member is empty. */
    public static final ErrorCode EMPTY_INPUT = documented("empty_input");
    /** A text is too long. */
    public static final ErrorCode INPUT_TOO_LONG = documented("input_too_long");
    /** The instance's label is too long. */
    public static final ErrorCode LABEL_TOO_LONG = documented("label_too_long");
    /** A virtual machine needs an SSH key on the account first. */
    public static final ErrorCode NO_SSH_KEY_FOR_VM = documented("no_ssh_key_for_vm");
    /** SSH keys belong to a person; a team's key cannot register one. */
    public static final ErrorCode TEAM_SSH_KEYS_NOT_SUPPORTED = documented("team_ssh_keys_not_supported");

    // Failures of the service

    /** The service failed to take the SSH key off the instance. */
    public static final ErrorCode DELETE_SSH_FROM_INSTANCE = documented("delete_ssh_from_instance");
    /** The service cannot answer at present. */
    public static final ErrorCode SERVICE_UNAVAILABLE = documented("service_unavailable");
    /** The service switched the feature off for a time. */
    public static final ErrorCode TEMPORARILY_DISABLED = documented("temporarily_disabled");
    /** The instance is too old for the operation. */
    public static final ErrorCode UNSUPPORTED_INSTANCE_VERSION = documented("unsupported_instance_version");

    // Two-factor authentication

    /** The two-factor request is malformed. */
    public static final ErrorCode BAD_REQUEST = documented("bad_request");
    /** There is no such two-factor method. */
    public static final ErrorCode INVALID_TFA_METHOD = documented("invalid_tfa_method");
    /** A parameter is missing. */
    public static final ErrorCode MISSING_PARAMS = documented("missing_params");
    /** The account has no e-mail address. */
    public static final ErrorCode MISSING_EMAIL = documented("missing_email");
    /** No phone number is known. */
    public static final ErrorCode MISSING_PHONE_NUMBER = documented("missing_phone_number");
    /** The account's e-mail address is not verified. */
    public static final ErrorCode EMAIL_NOT_VERIFIED = documented("email_not_verified");
    /** The code has expired. */
    public static final ErrorCode TFA_EXPIRED = documented("2fa_expired");
    /** The two-factor sign-in failed. */
    public static final ErrorCode TFA_LOGIN_FAILED = documented("2fa_login_failed");
    /** The code is wrong. */
    public static final ErrorCode TFA_VERIFICATION_FAILED = documented("2fa_verification_failed");
    /** The account does not use this two-factor method. */
    public static final ErrorCode TFA_METHOD_NOT_CONFIGURED = documented("tfa_method_not_configured");
    /** A code was sent already; ask for it to be sent again. */
    public static final ErrorCode TFA_CHALLENGE_EXISTS = documented("tfa_challenge_exists");
    /** Too many wrong codes; locked for a time. */
    public static final ErrorCode TFA_LOCKED = documented("tfa_locked");
    /** The challenge does not exist. */
    public static final ErrorCode CHALLENGE_NOT_FOUND = documented("challenge_not_found");
    /** There is no challenge to answer. */
    public static final ErrorCode NO_CHALLENGE_FOUND = documented("no_challenge_found");
    /** The service failed to make a challenge. */
    public static final ErrorCode CHALLENGE_CREATION_FAILED = documented("challenge_creation_failed");
    /** No new method waits for authorization. */
    public static final ErrorCode NO_PENDING_AUTHORIZATION = documented("no_pending_authorization");
    /** A new method must be authorized first. */
    public static final ErrorCode AUTHORIZATION_REQUIRED = documented("authorization_required");
    /** The account has a two-factor method of an older kind. */
    public static final ErrorCode UNTRACKED_2FA_FOUND = documented("untracked_2fa_found");
    /** The account has this two-factor method already. */
    public static final ErrorCode DUPLICATE_TFA_METHOD = documented("duplicate_tfa_method");
    /** The backup code is wrong or used. */
    public static final ErrorCode INVALID_BACKUP_CODE = documented("invalid_backup_code");
    /** A team's user cannot have two-factor methods. */
    public static final ErrorCode TEAM_USER_FORBIDDEN = documented("team_user_forbidden");
    /** The phone number is not the one of the challenge. */
    public static final ErrorCode PHONE_NUMBER_MISMATCH = documented("phone_number_mismatch");
    /** Too many codes were sent to this phone number. */
    public static final ErrorCode PREAUTH_PHONE_CAP = documented("preauth_phone_cap");
    /** Too many text messages were asked for. */
    public static final ErrorCode SMS_RATE_LIMITED = documented("sms_rate_limited");
    /** The phone number is blocked. */
    public static final ErrorCode SMS_BLOCKED_NUMBER = documented("sms_blocked_number");
    /** The phone number looks fraudulent. */
    public static final ErrorCode SMS_FRAUD_DETECTED = documented("sms_fraud_detected");
    /** The text-message provider failed. */
    public static final ErrorCode TWILIO_ERROR = documented("twilio_error");
    /** The text-message provider limits the rate. */
    public static final ErrorCode TWILIO_RATE_LIMITED = documented("twilio_rate_limited");

    /** The text on the wire. */
    private final String value;

    private ErrorCode(String value) {
        this.value = value;
    }

    private static ErrorCode documented(String value) {
        ErrorCode code = new ErrorCode(value);
        DOCUMENTED.put(code.key(), code);
        return code;
    }

    /**
     * Gives the code for a text from the service.
     *
     * @param wire the text; space around it is ignored, and a blank text is {@link #NONE}
     * @return the constant of that text, or a new code if there is none
     */
    public static ErrorCode of(String wire) {
        ErrorCode code = new ErrorCode(wire.strip());
        return code.value.isEmpty() ? NONE : DOCUMENTED.getOrDefault(code.key(), code);
    }

    /**
     * Gives the code's text: as documented if it is, as sent otherwise.
     *
     * @return the text; empty for {@link #NONE}
     */
    public String value() {
        return value;
    }

    /**
     * Tells whether one of the constants has this text.
     *
     * @return whether the code is documented; {@code false} for {@link #NONE}
     */
    public boolean isDocumented() {
        return DOCUMENTED.containsKey(key());
    }

    private String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorCode code && code.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    /** Returns the code's text. */
    @Override
    public String toString() {
        return value;
    }
}
