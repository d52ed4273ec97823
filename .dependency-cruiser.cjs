// Who may import whom: README.md says it in words, this file makes it hold. Each room lists all that it may reach;
// everything else is a violation. Paths are regular expressions over paths from the checkout.

const packages = (...names) => names.map((name) => `^node_modules/${name}(/|$)`)
const electron = packages('electron')
const contract = '^src-preload/contract/'
const core = '^src-main/core/'
const react = packages('react', 'react-dom', '@types/react', '@types/react-dom', 'lucide-react', 'uqr')
const builtin = { dependencyTypesNot: ['core'] }

/** A room and the whole of what it may reach; `and` narrows what is looked at. */
const room = (name, from, reach, and = {}) => ({
  name,
  severity: 'error',
  comment: `${name} may import only what its row in the table allows`,
  from: { path: from },
  to: { pathNot: reach, couldNotResolve: false, ...and },
})

/** One library, one home; what only names its types compiles to nothing. */
const home = (library, name, homes) => ({
  name: `${library}-lives-elsewhere`,
  severity: 'error',
  comment: `only ${name} may import ${library}`,
  from: { path: '^src-', pathNot: homes },
  to: { path: packages(library), dependencyTypesNot: ['type-only'] },
})

module.exports = {
  forbidden: [
    room('contract', contract, [contract, ...packages('zod')]),
    room('preload', '^src-preload/[^/]+$', ['^src-preload/', ...electron]),
    room('core', core, [core, contract, ...packages('zod', 'temporal-polyfill')]),
    room('desk', '^src-main/desk/', [
      '^src-main/desk/',
      core,
      contract,
      '^(node:)?crypto$',
      ...packages('pino'),
    ]),
    {
      ...room(
        'adapters',
        '^src-main/adapters/([^/]+)/',
        ['^src-main/adapters/$1/', core, contract, '^node_modules/'],
        builtin,
      ),
      comment:
        'an adapter may import the core, node and its own library, never another adapter, the desk or the shell',
    },
    {
      name: 'adapter-runs-the-contract',
      severity: 'error',
      comment:
        'ports speak in the shapes of the contract, so an adapter may name its types; running it is for the shell',
      from: { path: '^src-main/adapters/' },
      to: { path: contract, dependencyTypesNot: ['type-only'] },
    },
    room('shell', '^src-main/shell/', ['^src-main/shell/', core, contract, ...electron], builtin),
    room('start-desk', '^src-main/start-desk\\.ts$', [
      '^src-main/(desk|core|adapters|shell)/',
      contract,
      ...packages('pino'),
    ]),
    {
      ...room('start-desk-takes-adapters', '^src-main/start-desk\\.ts$', []),
      comment: 'start-desk is given its adapters; it may import only their types',
      to: { path: '^src-main/adapters/', dependencyTypesNot: ['type-only'] },
    },
    // What Electron starts: index.ts and the files beside it, which choose the real adapters and join them to the rest.
    {
      name: 'main',
      severity: 'error',
      comment: 'what Electron starts may import any of src-main, electron and node, but no library',
      from: { path: '^src-main/[^/]+$', pathNot: '^src-main/start-desk\\.ts$' },
      to: {
        pathNot: ['^src-main/', contract, ...electron, ...packages('pino')],
        couldNotResolve: false,
        ...builtin,
      },
    },
    room('ui', '^src-renderer/ui/', ['^src-renderer/(ui|styles)/', ...react, ...packages('@base-ui/react')]),
    room('renderer-desk', '^src-renderer/desk/', [
      '^src-renderer/(desk|ui)/',
      contract,
      ...react,
      ...packages('zustand'),
    ]),
    room('feature', '^src-renderer/features/([^/]+)/', [
      '^src-renderer/features/$1/',
      '^src-renderer/(ui|desk|styles)/',
      contract,
      ...react,
      ...packages('zustand', '@base-ui/react', '@tanstack/react-virtual'),
    ]),
    room('app', '^src-renderer/app/', [
      '^src-renderer/',
      contract,
      ...react,
      ...packages('zustand', '@base-ui/react', '@fontsource-variable/inter'),
    ]),
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'two files that need each other, types included, are one thing or lack a third',
      from: { path: '^src-' },
      to: { circular: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'what users run never imports tests',
      from: { path: '^src-' },
      to: { path: '^test/' },
    },
    home('telegram', 'src-main/adapters/telegram', '^src-main/adapters/telegram/'),
    home('lowdb', 'src-main/adapters/store', '^src-main/adapters/store/'),
    home('zustand', 'a *-store.ts in src-renderer', '^src-renderer/.*-store\\.tsx?$'),
    home('pino', 'src-main/adapters/log and what Electron starts', '^src-main/(adapters/log/|[^/]+$)'),
    home('electron', 'the shell, the preload, what Electron starts and the adapters of Electron itself', [
      '^src-preload/index\\.ts$',
      '^src-main/([^/]+$|shell/|adapters/(secrets|notifications|clock)/)',
    ]),
    {
      name: 'found',
      severity: 'error',
      comment: 'an import must lead somewhere',
      from: { path: '^src-' },
      to: { couldNotResolve: true, pathNot: ['\\.css$', '^electron$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|woff2|png|svg)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
