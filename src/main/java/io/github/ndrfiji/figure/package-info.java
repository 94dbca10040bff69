/** What a model recognises in an image as one picture: {@link io.github.ndrfiji.figure.ModelFigure}. */
package io.github.ndrfiji.figure;
