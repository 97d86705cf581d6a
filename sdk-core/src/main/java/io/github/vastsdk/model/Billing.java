package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How an account pays, and its billing address.
 *
 * @param canPay whether the account has a way to pay
 * @param creditOnly whether the account is prepaid: then its money is in the credit
 * @param balanceThresholdEnabled whether the service warns about a low balance
 * @param balanceThreshold the balance below which it warns, in dollars
 * @param autobillThreshold the balance below which the account is charged, in dollars
 * @param autobillAmount the amount that is charged then, in dollars
 * @param paypalEmail the PayPal address for payouts
 * @param wiseEmail the Wise address for payouts
 * @param addressLine1 first line of the billing address
 * @param addressLine2 second line of the billing address
 * @param city city of the billing address
 * @param zip postal code of the billing address
 * @param country country of the billing address
 * @param taxInfo tax number of the account
 */
public record Billing(
        @JsonProperty("can_pay") @Nullable Boolean canPay,
        @JsonProperty("billing_creditonly") @Nullable Boolean creditOnly,
        @JsonProperty("balance_threshold_enabled") @Nullable Boolean balanceThresholdEnabled,
        @JsonProperty("balance_threshold") @Nullable Double balanceThreshold,
        @JsonProperty("autobill_threshold") @Nullable Double autobillThreshold,
        @JsonProperty("autobill_amount") @Nullable Double autobillAmount,
        @JsonProperty("paypal_email") @Nullable String paypalEmail,
        @JsonProperty("wise_email") @Nullable String wiseEmail,
        @JsonProperty("billaddress_line1") @Nullable String addressLine1,
        @JsonProperty("billaddress_line2") @Nullable String addressLine2,
        @JsonProperty("billaddress_city") @Nullable String city,
        @JsonProperty("billaddress_zip") @Nullable String zip,
        @JsonProperty("billaddress_country") @Nullable String country,
        @JsonProperty("billaddress_taxinfo") @Nullable String taxInfo) {}
