/* eslint-disable @typescript-eslint/no-require-imports -- jest loads its configuration as CommonJS */
/** Checks on real workbooks and with outside programs, which a user's clone does not have; see scripts in package.json. */
const shared = require('./jest.config.cjs').projects[0];

module.exports = {
  transform: shared.transform,
  transformIgnorePatterns: shared.transformIgnorePatterns,
  moduleNameMapper: shared.moduleNameMapper,
  testEnvironment: 'node',
  maxWorkers: 2,
  testMatch: ['<rootDir>/test/corpus/**/*.test.ts', '<rootDir>/test/outside/**/*.test.ts'],
  testTimeout: 600000,
};
