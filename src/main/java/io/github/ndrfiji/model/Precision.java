package io.github.ndrfiji.model;

/** How the weights of a model are stored; in memory they are always 32-bit. */
public enum Precision {
    /** Exact. */
    F32,
    /** Half the size, rounded to eleven significant bits; for models that are only applied. */
    F16
}
