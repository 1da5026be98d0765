/** Node tests run side by side; browser tests (test/browser) share one served workbench, so they are a project of their own. */
const transform = {
  '^.+\\.[cm]?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    },
  ],
};

const shared = {
  transform,
  transformIgnorePatterns: ['/node_modules/(?!numfmt/)'],
  // numfmt 4.0.1 names a CommonJS file in its package.json which it does not ship.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
};

module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/', '<rootDir>/test/corpus/', '<rootDir>/test/outside/'],
      // A project's own testTimeout has no effect.
      setupFilesAfterEnv: ['<rootDir>/test/support/lawsSetup.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/harness/globalSetup.ts',
      globalTeardown: '<rootDir>/test/browser/harness/globalTeardown.ts',
    },
  ],
};
