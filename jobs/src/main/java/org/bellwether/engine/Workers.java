package org.bellwether.engine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;

/** Does one thing to many in the engine, side by side: a connection each, as many at a time as it has threads. */
public final class Workers {

    /** What is done to each. */
    @FunctionalInterface
    public interface Work<A, B> {
        B of(Connection own, A one) throws SQLException, IOException;
    }

    /** What is done to each where nothing comes of it. */
    @FunctionalInterface
    public interface Task<A> {
        void of(Connection own, A one) throws SQLException, IOException;
    }

    /** What all do at once. */
    @FunctionalInterface
    public interface Share {
        void of(Connection own) throws SQLException, IOException;
    }

    private final DuckDBConnection connection;
    private final int threads;

    public Workers(Connection connection) throws SQLException {
        this.connection = connection.unwrap(DuckDBConnection.class);
        this.threads = (int) Sql.queryLong(connection, "select current_setting('threads')");
    }

    /** Lets each of them do its share, until all have. */
    public void together(Share share) {
        each(IntStream.range(0, threads).boxed().toList(), (own, number) -> share.of(own));
    }

    public <A> void each(List<A> each, Task<A> task) {
        map(each, (own, one) -> {
            task.of(own, one);
            return one;
        });
    }

    /** The outcomes, in the order of what was given. */
    public <A, B> List<B> map(List<A> each, Work<A, B> work) {
        return ParallelMap.map(each, threads, one -> {
            try (Connection own = connection.duplicate()) {
                return work.of(own, one);
            }
        });
    }
}
