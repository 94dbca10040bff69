/** What every package may use: {@link io.github.ndrfiji.Progress}. */
package io.github.ndrfiji;
