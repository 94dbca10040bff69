package io.github.ndrfiji.model;

/** In which order the two directions of a training step were optimised. The names stand in every bundle. */
public enum TrainingOrder {
    /** NDR-Restore, then NDR-Degrad, each over its own weights and the shared dictionary, as the paper describes. */
    ALTERNATING,
    /** One step on the sum of both losses, as the authors' released code does. */
    JOINT,
    /** NDR-Restore alone: the paper's ablation. */
    RESTORE_ONLY
}
