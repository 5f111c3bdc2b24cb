import path from 'node:path';

// Imports go downwards only: routes → features → lib → api. A feature stands in a group
// (`features/<group>/<feature>/`) and may use what its group shares (`features/<group>/shared/`).
const FLOORS = ['api', 'lib', 'features', 'routes'];
const SHARED = 'shared';

/**
 * @param {string} file absolute path of a module
 * @param {string} source absolute path of `src`
 */
function place(file, source) {
  const [floor = '', group = '', feature = ''] = path.relative(source, file).split(path.sep);
  return { level: FLOORS.indexOf(floor), floor, group, feature };
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: '{{from}} may not import from {{to}}: routes → features → lib → api.',
      group: 'The group {{from}} may not import from the group {{to}}: a route composes them.',
      sibling:
        '{{from}} may not import from {{to}}: what both need goes to their group’s shared, or a route composes them.'
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
      } else if (to.floor !== 'features' || from.floor !== 'features') {
        return;
      } else if (to.group !== from.group) {
        context.report({ node, messageId: 'group', data: { from: from.group, to: to.group } });
      } else if (to.feature !== from.feature && to.feature !== SHARED) {
        context.report({
          node,
          messageId: 'sibling',
          data: { from: `${from.group}/${from.feature}`, to: `${to.group}/${to.feature}` }
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
