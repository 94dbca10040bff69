/** Makes the images in the folder {@code sample-data}. */
package io.github.ndrfiji.sampledata;
