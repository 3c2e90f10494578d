import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const SENTENCE = /\p{L} \p{L}|\p{L}[,:;.]? $|^ \p{L}/u;

/**
 * Leaves out sentences for people: texts with a space beside a word. Codes, keys, kinds, paths and whatever else a
 * program compares have none.
 */
const messages = {
  shouldIgnore({ node }) {
    const isText = node.type === 'StringLiteral' && SENTENCE.test(node.value);
    const isTemplate =
      node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => SENTENCE.test(value.cooked ?? ''));
    return isText || isTemplate ? 'a sentence for people' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'messages', messages)];
