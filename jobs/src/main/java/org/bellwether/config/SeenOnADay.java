package org.bellwether.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A copy that somebody keeps was seen on a day that has been, and only such a one has that day. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SeenOnADay.Check.class)
@interface SeenOnADay {

    String message() default "the day on which somebody last saw what key_copy.kept names, such as 2026-04-01,";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells it of the day, which is what has to be mended. */
    final class Check implements ConstraintValidator<SeenOnADay, Settings.KeyCopy> {

        @Override
        public boolean isValid(Settings.KeyCopy copy, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate()).addPropertyNode("checked")
                    .addConstraintViolation();
            return copy.kept().isBlank() == copy.checked().isBlank() && isPast(copy.checked());
        }

        private static boolean isPast(String day) {
            try {
                return day.isBlank() || !LocalDate.parse(day).isAfter(LocalDate.now(Settings.LONDON));
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
