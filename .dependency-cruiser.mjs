/** Who may import whom. Each rule says in its comment why; `tests/architecture` plants violations to see that they are reported. */

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Folders whose files may only come from the folders and packages that match. */
const only = (name, comment, from, allowed) => rule(name, comment, { path: from }, { pathNot: allowed });

const packages = (...names) => names.map((name) => `node_modules/(@types/)?${name}/`);

export default {
  forbidden: [
    only(
      'domain-is-pure',
      'domain is what every process means by the same words: no Node, no DOM, no Electron, no other folder of ours.',
      '^domain/(?!(entries|markup)/)',
      ['^domain/', ...packages('zod')],
    ),
    only(
      'entries-parse',
      'domain/entries turns file text into entries, so it may also use the parsers; nothing that touches a disk or a window.',
      '^domain/entries/',
      ['^domain/', ...packages('zod', 'yaml', 'diff', 'unified', 'remark[a-z-]*', 'mdast[a-z-]*', 'unist[a-z-]*')],
    ),
    only(
      'markup-parses',
      'domain/markup turns Markdown into what an editor shows and back; the parser of the house and a comparison, nothing that touches a disk or a window.',
      '^domain/markup/',
      ['^domain/markup/', ...packages('diff', 'unified', 'remark[a-z-]*', 'mdast[a-z-]*', 'unist[a-z-]*')],
    ),
    rule(
      'services-know-no-shell',
      'Services are wired by a shell and run the same under each; one that knows a transport or Electron could not.',
      { path: '^main/(library|bundles|capture|settings)/' },
      {
        path: [
          '^main/(shells|ports)/',
          '^(renderer|preload)/',
          '(^|/)node_modules/(electron|ws|react[a-z-]*)/',
          '^(node:)?(http|https|http2|net|tls|dgram|worker_threads|child_process)$',
        ],
      },
    ),
    only('ports-carry-frames', 'A port carries frames over one transport and knows nothing of what is in them.', '^main/ports/', [
      '^main/ports/',
      '^domain/api/(frame|contract|failures)[.]ts$',
      ...packages('ws'),
      '^(node:)?worker_threads$',
    ]),
    rule(
      'ports-need-no-electron',
      'The IPC port takes structural types, so that it is tested without Electron.',
      { path: '^main/ports/' },
      { path: '(^|/)node_modules/electron/' },
    ),
    rule(
      'shells-stand-alone',
      'Each shell chooses one runtime. What two of them need stands in main/shells itself; of the worker only its outside is used.',
      { path: '^main/shells/([^/]+)/' },
      { path: '^main/shells/[^/]+/', pathNot: ['^main/shells/$1/', '^main/shells/worker/library-worker[.]ts$'] },
    ),
    rule(
      'electron-in-its-shell',
      'Outside its shell and the preload script importing electron would fetch it, and fail.',
      { pathNot: ['^main/shells/electron/', '^preload/'] },
      { path: '(^|/)node_modules/electron/' },
    ),
    only('preload-is-a-pipe', 'The preload script is one pipe; whatever it imports would sit inside every window.', '^preload/', [
      '(^|/)node_modules/electron/',
      '^domain/api/',
    ]),
    rule(
      'window-knows-domain-only',
      'The window asks over the link. It never reaches into the program, and runs in a browser, where there is no Node.',
      { path: '^renderer/' },
      { path: ['^(main|preload|tests)/', '(^|/)node_modules/electron/'] },
    ),
    rule('window-has-no-node', 'There is no Node in a browser.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule(
      'features-stand-alone',
      'A feature that imports another cannot be changed or taken away by itself; app.tsx puts them together.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'kit-has-no-data',
      'Buttons and fields show what they are given.',
      { path: '^renderer/kit/' },
      { path: '^renderer/(data|features|reader)/' },
    ),
    rule(
      'reader-stands-alone',
      'The offline reader is one script in a bundle: it has no link, and takes nothing along that it does not use.',
      { path: '^renderer/reader/' },
      { path: ['^renderer/(data|features)/', '^domain/api/link[.]ts$'] },
    ),
    rule(
      'no-tests-in-the-product',
      'What ships does not need the tests.',
      { path: '^(domain|main|preload|renderer)/' },
      { path: ['^tests/', '(^|/)node_modules/(vitest|playwright-core|fast-check|jsdom|axe-core|@testing-library)/'] },
    ),
    rule(
      'no-circles',
      'Two files that need each other are one file, or miss a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('no-dead-ends', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|resources)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
