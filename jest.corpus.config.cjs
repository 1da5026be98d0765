/* eslint-disable @typescript-eslint/no-require-imports -- jest loads its configuration as CommonJS */
/** Checks on real workbooks and with outside programs, which a user's clone does not have; see scripts in package.json. */
const [node, browser] = require('./jest.config.cjs').projects;

module.exports = {
  maxWorkers: 2,
  testTimeout: 600000,
  projects: [
    {
      ...node,
      testMatch: ['<rootDir>/test/corpus/**/*.test.ts', '<rootDir>/test/outside/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/corpus/browser/'],
      setupFilesAfterEnv: [],
    },
    { ...browser, testMatch: ['<rootDir>/test/corpus/browser/**/*.test.ts'] },
  ],
};
