package org.bellwether.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The code of a local authority, or 0 where none is named yet. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AuthorityCode.Check.class)
@interface AuthorityCode {

    String message() default "from 201 to 999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells whether it may be one. */
    final class Check implements ConstraintValidator<AuthorityCode, Integer> {

        private static final int FIRST = 201;
        private static final int LAST = 999;

        @Override
        public boolean isValid(Integer code, ConstraintValidatorContext context) {
            return code == 0 || code >= FIRST && code <= LAST;
        }
    }
}
