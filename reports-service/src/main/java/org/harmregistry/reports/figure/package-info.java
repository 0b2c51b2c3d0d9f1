/**
 * Figures: numbers or words with what they count, what they do not, and what stands behind them.
 */
package org.harmregistry.reports.figure;
