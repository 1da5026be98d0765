/** Checks on real workbooks and with outside programs, which a user's clone does not have; see scripts in package.json. */
const { projects } = require('./jest.config.cjs');
const { testPathIgnorePatterns: _ignored, ...node } = projects[0];

module.exports = {
  ...node,
  displayName: 'corpus',
  maxWorkers: 2,
  testMatch: ['<rootDir>/test/corpus/**/*.test.ts', '<rootDir>/test/outside/**/*.test.ts'],
  testTimeout: 600000,
};
