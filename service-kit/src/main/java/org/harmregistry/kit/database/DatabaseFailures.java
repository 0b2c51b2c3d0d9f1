package org.harmregistry.kit.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.ConstraintCatalogue;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;
import org.hibernate.exception.ConstraintViolationException;

import com.fasterxml.jackson.core.JacksonException;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** Tells what a failure of the database means to the caller. */
@ApplicationScoped
public class DatabaseFailures {

    /** SQLSTATE classes: connection lost, resources gone, operator's intervention, system error, no rights during recovery. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58", "25");

    /** SQLSTATE class: undone because of another transaction, such as two that wait for each other; the next try may do. */
    private static final String UNDONE = "40";

    /** SQLSTATE: somebody else held what was wanted until the wait was over, see {@code lock_timeout}. */
    private static final String HELD = "55P03";

    private final Instance<ConstraintCatalogue> catalogues;

    public DatabaseFailures(Instance<ConstraintCatalogue> catalogues) {
        this.catalogues = catalogues;
    }

    /** The failure to answer with; an unexpected one stays as it is. */
    public Throwable translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure known) {
                return known;
            }
            if (cause instanceof ConstraintViolationException breach && breach.getConstraintName() != null) {
                return named(breach.getConstraintName(), failure);
            }
            String sqlState = sqlState(cause);
            if (sqlState != null) {
                CommonFailure meaning = meaning(sqlState);
                if (meaning != null) {
                    return Failure.of(meaning).because("SQLSTATE " + sqlState, failure);
                }
            } else if (isAway(cause)) {
                return Failure.of(CommonFailure.DATABASE_UNAVAILABLE).because("connection lost", failure);
            }
        }
        return failure;
    }

    private Throwable named(String constraint, Throwable failure) {
        return catalogues.stream().flatMap(catalogue -> catalogue.failureOf(constraint).stream())
                .findFirst().<Throwable> map((FailureCode code) -> Failure.of(code)).orElse(failure);
    }

    /**
     * What the driver says a statement failed for; Hibernate says it in words of its own, with an exception of JDBC's below.
     */
    private static String sqlState(Throwable cause) {
        if (cause instanceof PgException pg) {
            return pg.getSqlState();
        }
        return cause instanceof SQLException converted ? converted.getSQLState() : null;
    }

    private static CommonFailure meaning(String sqlState) {
        if (sqlState.startsWith(UNDONE) || sqlState.equals(HELD)) {
            return CommonFailure.OVERLOADED;
        }
        return AWAY.contains(sqlState.substring(0, 2)) ? CommonFailure.DATABASE_UNAVAILABLE : null;
    }

    private static boolean isAway(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        boolean network = cause instanceof IOException && !(cause instanceof JacksonException);
        return network || cause instanceof ClosedConnectionException || message.contains("Connection is not active")
                || message.contains("Connection was closed") || message.contains("Connection closed")
                || message.contains("Connection is closed");
    }
}
