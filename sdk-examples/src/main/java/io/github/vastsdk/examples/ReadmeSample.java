package io.github.vastsdk.examples;

// snippet: sample
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.NoSuchInstanceException;

public final class ReadmeSample {
    public static void main(String[] args) {
        try (VastClient vast = VastClient.create()) { // finds your API key, see "Credentials" below
            System.out.println(vast.sshKeys().list().execute()); // prints a table
            vast.instances().list().stream() // fetches page after page, as far as it is read
                    .map(instance -> instance.id() + ": " + instance.gpu().name())
                    .forEach(System.out::println);
            try {
                vast.instances().get(1).execute();
            } catch (NoSuchInstanceException e) { // one exception for each reason
                System.out.println(e.getMessage());
            }
        }
    }
}
// end
