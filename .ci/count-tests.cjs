/* eslint-disable @typescript-eslint/no-require-imports -- a script of a few lines that needs no loader */
/** Prints `PASSED FAILED` from a report of jest's; skipped tests fail where they are refused, and so does a run that left no report. */
const { existsSync, readFileSync } = require('node:fs');

const [report, skips, status] = process.argv.slice(2);
if (!existsSync(report)) {
  console.log('0 1');
} else {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites + (skips === 'refused' ? numPendingTests : 0);
  console.log(`${numPassedTests} ${failed === 0 && status !== '0' ? 1 : failed}`);
}
