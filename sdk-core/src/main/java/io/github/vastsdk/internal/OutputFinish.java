package io.github.vastsdk.internal;

import io.github.vastsdk.Reply;
import io.github.vastsdk.model.InstanceOutput;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Ends an execution whose answer says where the output of an instance will be: waits until it is there, and fetches it.
 *
 * @param patience how long to look for it
 */
record OutputFinish(Duration patience) implements Finish<OutputTicket, InstanceOutput> {
    @Override
    public CompletableFuture<InstanceOutput> of(Reply<OutputTicket> reply, Execution execution) {
        OutputTicket ticket = reply.value();
        String msg = ticket.msg();
        if (ticket.address() == null) {
            return CompletableFuture.completedFuture(new InstanceOutput(null, msg));
        }
        return new OutputDownload(execution, ticket.address(), patience, InetAddress::getAllByName)
                .start()
                .thenApply(text -> new InstanceOutput(withoutFolder(text, ticket), msg));
    }

    private static String withoutFolder(String text, OutputTicket ticket) {
        String folder = ticket.workFolder();
        return folder == null ? text : text.replace(folder, "");
    }
}
