import path from 'node:path';

const LAYERS = ['api', 'shared', 'features', 'app'];

/** Where a file lies below src/: its layer, and its feature if it is in one. Null outside src/. */
function placeOf(file) {
  const parts = file.split(path.sep);
  const src = parts.lastIndexOf('src');
  if (src < 0 || !LAYERS.includes(parts[src + 1])) return null;
  return { layer: parts[src + 1], feature: parts[src + 1] === 'features' ? parts[src + 2] : null };
}

function targetOf(importer, specifier) {
  if (specifier.startsWith('@/')) return placeOf(path.join('src', specifier.slice(2)));
  if (specifier.startsWith('.')) return placeOf(path.resolve(path.dirname(importer), specifier));
  return null;
}

/**
 * Keeps the layers in order (api < shared < features < app) and the features apart: what two features
 * need belongs in src/shared/, and src/app/ puts features together on a page.
 */
export const featureBoundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      feature:
        'Feature "{{from}}" imports feature "{{to}}". Move what both need to src/shared/, or put the two together in src/app/.',
      layer: 'src/{{from}}/ imports src/{{to}}/. The order is api, shared, features, app; import only to the left.',
    },
  },
  create(context) {
    const from = placeOf(context.filename);
    if (!from) return {};
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const to = targetOf(context.filename, specifier);
      if (!to) return;
      if (LAYERS.indexOf(to.layer) > LAYERS.indexOf(from.layer)) {
        context.report({ node, messageId: 'layer', data: { from: from.layer, to: to.layer } });
      } else if (from.feature && to.feature && from.feature !== to.feature) {
        context.report({ node, messageId: 'feature', data: { from: from.feature, to: to.feature } });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
