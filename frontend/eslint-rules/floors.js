import path from 'node:path';

// Imports go downwards only: routes → features → lib → api.
const FLOORS = ['api', 'lib', 'features', 'routes'];

/**
 * @param {string} file absolute path of a module
 * @param {string} source absolute path of `src`
 */
function place(file, source) {
  const [floor = '', feature = ''] = path.relative(source, file).split(path.sep);
  return { level: FLOORS.indexOf(floor), floor, feature };
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: '{{from}} may not import from {{to}}: routes → features → lib → api.',
      sibling: 'The feature {{from}} may not import the feature {{to}}: a route composes them.'
    }
  },
  create(context) {
    const source = path.join(context.cwd, 'src');
    const from = place(context.filename, source);
    if (from.level < 0) return {};

    /** @param {import('estree').Node | null | undefined} node */
    function check(node) {
      if (node?.type !== 'Literal' || typeof node.value !== 'string') return;
      const target = node.value.startsWith('#')
        ? path.join(source, node.value.slice(1))
        : node.value.startsWith('.')
          ? path.resolve(path.dirname(context.filename), node.value)
          : null;
      if (target === null) return;
      const to = place(target, source);
      if (to.level > from.level) {
        context.report({ node, messageId: 'upward', data: { from: from.floor, to: to.floor } });
      } else if (
        to.floor === 'features' &&
        from.floor === 'features' &&
        to.feature !== from.feature
      ) {
        context.report({
          node,
          messageId: 'sibling',
          data: { from: from.feature, to: to.feature }
        });
      }
    }

    return {
      ImportDeclaration: (node) => {
        check(node.source);
      },
      ImportExpression: (node) => {
        check(node.source);
      },
      ExportNamedDeclaration: (node) => {
        check(node.source);
      },
      ExportAllDeclaration: (node) => {
        check(node.source);
      }
    };
  }
};
