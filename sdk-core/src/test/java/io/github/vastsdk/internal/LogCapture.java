package io.github.vastsdk.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Collects what every logger says at every level: those of SLF4J, and those of the JDK. */
public final class LogCapture implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final java.util.logging.Logger jdk = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level jdkLevelBefore = jdk.getLevel();
    private final JdkLines jdkLines = new JdkLines();

    public LogCapture() {
        appender.list = new CopyOnWriteArrayList<>();
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        jdk.addHandler(jdkLines);
        jdk.setLevel(java.util.logging.Level.ALL);
    }

    /** Keeps what the JDK's loggers say, except for those of the test's own servers. */
    private static final class JdkLines extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            String logger = String.valueOf(line.getLoggerName());
            if (!logger.startsWith("mockwebserver3") && !logger.startsWith("okhttp3")) {
                lines.add(formatter.format(line));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }

    /** All lines, each with its arguments and the stack trace of its exception. */
    public List<String> lines() {
        return Stream.concat(appender.list.stream().map(LogCapture::full), jdkLines.lines.stream())
                .toList();
    }

    /** The lines of this library's loggers at one level. */
    public List<String> own(Level level) {
        return appender.list.stream()
                .filter(event -> event.getLoggerName().startsWith("io.github.vastsdk"))
                .filter(event -> event.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static String full(ILoggingEvent event) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            out.println(event.getLoggerName() + " " + event.getLevel() + " " + event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                out.println(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            if (event.getKeyValuePairs() != null) {
                out.println(event.getKeyValuePairs());
            }
            out.println(event.getMDCPropertyMap());
        }
        return text.toString();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(levelBefore);
        jdk.removeHandler(jdkLines);
        jdk.setLevel(jdkLevelBefore);
    }
}
