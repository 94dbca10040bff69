/**
 * A trained network on disk: the bundle and the training checkpoint, their weights and provenance, and the registry of
 * models.
 *
 * <p>{@link io.github.ndrfiji.model.ModelBundle} is the file, {@link io.github.ndrfiji.model.ModelRegistry} finds it by
 * name. Whatever cannot be understood completely is refused with a
 * {@link io.github.ndrfiji.model.ModelFormatException}.
 */
package io.github.ndrfiji.model;
