/** The rooms of src/ and the arrows between them: data goes one way. `npm run check` fails on any other arrow. */
const room = (name) => `^src/${name}/`;

/** What each room may import, beside itself and packages. */
const allowed = {
  schema: [],
  load: ['schema'],
  validate: ['schema', 'load'],
  score: ['schema'],
  prose: ['schema', 'load', 'validate', 'views', 'i18n'],
  sample: ['schema', 'score', 'write'],
  import: ['schema', 'load', 'validate', 'i18n', 'write'],
  i18n: ['schema'],
  impact: ['schema', 'score', 'i18n'],
  release: ['schema', 'load', 'validate', 'score', 'i18n'],
  summarise: ['schema', 'score'],
  verify: ['schema', 'score'],
  views: ['schema', 'score', 'i18n', 'write'],
  // The writers of files: one style of YAML and CSV for the form, imports, downloads and the sample.
  write: [],
  submit: ['schema', 'load', 'validate', 'score', 'i18n', 'views', 'write'],
  client: ['schema', 'score', 'verify', 'views', 'i18n', 'submit', 'validate', 'load'],
  components: ['schema', 'score', 'views', 'i18n', 'client', 'styles'],
  layouts: ['schema', 'score', 'views', 'i18n', 'client', 'components', 'styles'],
};

const rooms = Object.entries(allowed).map(([from, to]) => ({
  name: `${from}-knows-only-${to.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: room(from) },
  to: { path: '^(src|scripts|test)/', pathNot: [from, ...to].map(room) },
}));

/** What each folder of views/ may import from the others. */
const withinViews = {
  format: [],
  market: ['format'],
  browser: ['format', 'market'],
  pages: ['format', 'market', 'browser'],
  published: ['format', 'market', 'browser', 'pages'],
};

const foldersOfViews = Object.entries(withinViews).map(([from, to]) => ({
  name: `views-${from}-knows-only-${to.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: room(`views/${from}`) },
  to: { path: room('views'), pathNot: [from, ...to].map((folder) => room(`views/${folder}`)) },
}));

module.exports = {
  forbidden: [
    ...rooms,
    ...foldersOfViews,
    {
      name: 'pure-rooms-touch-no-machine',
      comment: 'They run in Node and in a browser alike.',
      severity: 'error',
      from: { path: '^src/(schema|validate|score|verify|impact|views|submit|client|write)/' },
      to: {
        path: '^(node:|astro:|astro/|fs|path|os|process|child_process|crypto|worker_threads)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'validate-reads-no-file',
      comment: 'From load/ it takes the shapes of raw records and the rules of reading, not the reading.',
      severity: 'error',
      from: { path: room('validate') },
      to: { path: room('load'), pathNot: '^src/load/rules\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'submit-reads-texts-not-files',
      comment: 'It runs in a browser: from load/ it takes what turns a text into data.',
      severity: 'error',
      from: { path: '^src/(submit|client)/' },
      to: { path: room('load'), pathNot: '^src/load/(yaml|names|slug)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-the-pipeline-but-pages-and-commands',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(pages/|bench/|build/|command/|pipeline\\.ts|content\\.config\\.ts)' },
      to: { path: '^src/pipeline\\.ts$' },
    },
    {
      name: 'source-knows-neither-commands-nor-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|test)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'views-lie-in-folders',
      comment: 'A file beside the folders would be under none of their rules.',
      severity: 'error',
      from: {},
      to: { path: '^src/views/[^/]+$' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^astro:' } },
    {
      name: 'no-drawers-without-a-name',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|misc)(/|\\.ts$)', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.astro|\\.hengping)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.astro'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
    parser: 'tsc',
  },
};
