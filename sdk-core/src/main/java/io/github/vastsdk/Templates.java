package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.SavedTemplate;
import io.github.vastsdk.model.Template;
import io.github.vastsdk.query.Selection;
import io.github.vastsdk.query.TemplateFields;
import io.github.vastsdk.query.Term;
import io.github.vastsdk.request.TemplateSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Templates: stored settings of instances, by the account and by others.
 *
 * <p>A template has two ids. The numeric one stays; the hash id is made of the contents, so that <strong>each edit gives
 * the template another one</strong>, and the old one is then that of no template.
 */
@CheckReturnValue
public final class Templates {
    private final Transport transport;

    Templates(Transport transport) {
        this.transport = transport;
    }

    /**
     * Searches the account's own templates and the public ones. The condition {@code TemplateFields.isPrivate.eq(true)}
     * finds the account's private ones. Without conditions there are thousands.
     *
     * @param terms conditions, all of which must hold, and orders, the first of which decides
     * @return the call
     * @throws IllegalArgumentException if a field has two conditions with the same operator
     * @see #search(Selection)
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Call<Listing<Template>> search(Term<TemplateFields>... terms) {
        return search(Selection.of(terms));
    }

    /**
     * Searches the account's own templates and the public ones.
     *
     * <p>{@code GET /api/v0/template/}. Free; a read.
     *
     * @param selection which templates, and in which order
     * @return the call
     * @see BadRequestException
     */
    public Call<Listing<Template>> search(Selection<TemplateFields> selection) {
        return transport.call(Operation.get("/api/v0/template/")
                .query("select_cols", "[\"*\"]")
                .query("select_filters", selection.filtersJson())
                .query("order_by", selection.orderJson())
                .as(Shape.list(Template.class, "templates"))
                .every(3.0));
    }

    /**
     * Creates a template. It is private unless the settings publish it.
     *
     * @param name a name for people
     * @param image the Docker image; a tag may follow
     * @param options sets the rest; what stays unset is not sent
     * @return the call
     * @throws IllegalArgumentException if the name or the image is blank
     * @see #create(TemplateSettings)
     */
    public Call<SavedTemplate> create(String name, String image, Consumer<TemplateSettings.Builder> options) {
        TemplateSettings.Builder builder = TemplateSettings.builder().name(name).image(image);
        options.accept(builder);
        return create(builder.build());
    }

    /**
     * Creates a template. It is private unless the settings publish it.
     *
     * <p>{@code POST /api/v0/template/}. Free; idempotent: if the account has a template with exactly these contents, the
     * answer is a success with that one.
     *
     * @param settings what to create, a name and an image among it
     * @return the call
     * @throws IllegalArgumentException if there is no name or no image
     * @see BadRequestException
     */
    public Call<SavedTemplate> create(TemplateSettings settings) {
        Map<String, Object> body = new LinkedHashMap<>(settings.members());
        if (!body.containsKey("name") || !body.containsKey("image")) {
            throw new IllegalArgumentException("a template needs a name and an image");
        }
        body.putIfAbsent("private", true);
        return transport.call(
                Operation.post(IDEMPOTENT, "/api/v0/template/").withBody(body).as(Shape.object(SavedTemplate.class)));
    }

    /**
     * Changes a template. What the settings do not name stays as it is.
     *
     * @param hashId the present hash id of the template
     * @param changes sets what to change; what stays unset is not sent
     * @return the call; its answer has the new hash id
     * @see #update(String, TemplateSettings)
     */
    public Call<SavedTemplate> update(String hashId, Consumer<TemplateSettings.Builder> changes) {
        TemplateSettings.Builder builder = TemplateSettings.builder();
        changes.accept(builder);
        return update(hashId, builder.build());
    }

    /**
     * Changes a template. What the settings do not name stays as it is.
     *
     * <p>{@code PUT /api/v0/template/}. Free. <strong>The template has another hash id afterwards</strong>, which the
     * answer holds; the numeric id stays. Not repeated once it may have arrived: after the first time the old hash id
     * names nothing, and the second would report that there is no such template.
     *
     * @param hashId the present hash id of the template
     * @param changes what to change
     * @return the call; its answer has the new hash id
     * @throws IllegalArgumentException if the hash id is blank, or nothing is to change
     * @see NotFoundException
     */
    public Call<SavedTemplate> update(String hashId, TemplateSettings changes) {
        if (changes.members().isEmpty()) {
            throw new IllegalArgumentException("there is nothing to change");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("hash_id", Args.notBlank(hashId, "hashId"));
        body.putAll(changes.members());
        return transport.call(
                Operation.put(UNSAFE, "/api/v0/template/").withBody(body).as(Shape.object(SavedTemplate.class)));
    }

    /**
     * Deletes a template. Instances that were created from it stay.
     *
     * <p>{@code DELETE /api/v0/template/}. Idempotent in its effect: a second time says that there is no such template.
     *
     * @param templateId the numeric id of the template
     * @return the call
     * @see NotFoundException
     */
    public Call<Ack> delete(long templateId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/template/")
                .json("template_id", Args.id(templateId, "templateId"))
                .as(Shape.ack()));
    }

    /**
     * Deletes a template. Prefer {@link #delete(long)}: the service documents only the numeric id, and was seen to refuse
     * a hash id.
     *
     * <p>{@code DELETE /api/v0/template/}.
     *
     * @param hashId the present hash id of the template
     * @return the call
     * @throws IllegalArgumentException if the hash id is blank
     * @see NotFoundException
     * @see BadRequestException
     */
    public Call<Ack> deleteByHash(String hashId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/template/")
                .json("hash_id", Args.notBlank(hashId, "hashId"))
                .as(Shape.ack()));
    }
}
