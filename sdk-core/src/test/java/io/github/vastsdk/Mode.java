package io.github.vastsdk;

import io.github.vastsdk.error.SdkException;
import java.util.concurrent.CompletionException;

/** The two ways to execute a call. Every scenario runs in both, so that they cannot drift apart. */
public enum Mode {
    SYNC {
        @Override
        public <T> T run(Call<T> call) {
            return call.execute();
        }
    },
    ASYNC {
        @Override
        public <T> T run(Call<T> call) {
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof SdkException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    };

    /** Executes a call, and throws what it fails with. */
    public abstract <T> T run(Call<T> call);
}
