/**
 * A training run as a page and as numbers: {@link io.github.ndrfiji.report.TrainingReport}, and what it shares with those
 * that show a run while it goes on.
 */
package io.github.ndrfiji.report;
