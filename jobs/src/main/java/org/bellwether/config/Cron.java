package org.bellwether.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.quartz.CronExpression;

/** A cron expression as Quartz reads it. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Cron.Check.class)
@interface Cron {

    String message() default "a cron expression of six or seven fields, such as 0 30 2 * * ? for half past two every night,";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks Quartz. */
    final class Check implements ConstraintValidator<Cron, String> {

        @Override
        public boolean isValid(String cron, ConstraintValidatorContext context) {
            return CronExpression.isValidExpression(cron);
        }
    }
}
