/** Which room may know which. Each rule's comment says what to do instead. */
const outside = (rooms) => `^src/(?!${rooms.join('|')})`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Move what both need into a third file below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'Core knows only core: pass what it needs as an argument.',
      from: { path: '^src/core' },
      to: { path: outside(['core']) },
    },
    {
      name: 'core-libraries',
      severity: 'error',
      comment: 'Core may use the pure formula and number-format libraries only; put other libraries behind an adapter.',
      from: { path: '^src/core' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(@borgar/fx|numfmt)/' },
    },
    {
      name: 'app-knows-core',
      severity: 'error',
      comment: 'A use case reaches the world through a port in app/ports.',
      from: { path: '^src/app' },
      to: { path: outside(['core', 'app']) },
    },
    {
      name: 'adapters-stay-apart',
      severity: 'error',
      comment: 'Adapters know core, app and themselves; wire two of them together in a main.',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/(core|app)', '^src/adapters/$1/'] },
    },
    {
      name: 'pane-through-ports',
      severity: 'error',
      comment: 'The pane gets adapters from its main.tsx through ports.',
      from: { path: '^src/taskpane', pathNot: 'main\\.tsx$' },
      to: { path: '^src/(adapters|workbench|cli)' },
    },
    {
      name: 'nobody-knows-the-workbench',
      severity: 'error',
      comment: 'The workbench plays Excel; the product must not notice.',
      from: { path: '^src/(?!workbench)' },
      to: { path: '^src/workbench' },
    },
    {
      name: 'src-without-tests',
      severity: 'error',
      comment: 'Move what is shared into src.',
      from: { path: '^src' },
      to: { path: '^(test|scripts)' },
    },
    {
      name: 'peers-in-the-bench-only',
      severity: 'error',
      comment: 'What Tieout is measured against is no part of it (HyperFormula is GPL): use it in test/bench.',
      from: { path: '^src' },
      to: { path: 'node_modules/(hyperformula|daff)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Delete it or use it.',
      from: { orphan: true, path: '^src', pathNot: 'main\\.tsx?$|\\.d\\.ts$|Correspondence' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
