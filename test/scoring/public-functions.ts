import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LIBRARY = new URL('../../libs/scoring/', import.meta.url);

/** A function that a library's door lets out, with the comment above it; empty where there is none. */
export interface PublicFunction {
  name: string;
  /** Of the library, e.g. `diff/diff.ts`. */
  file: string;
  comment: string;
}

/** Every function that `index.ts` of the scoring library exports, types and constants left out. */
export function publicFunctions(): PublicFunction[] {
  return sourceOf('index.ts').statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { exportClause: clause, moduleSpecifier: from } = statement;
    if (clause === undefined || !ts.isNamedExports(clause) || from === undefined || !ts.isStringLiteral(from)) {
      throw new Error(`index.ts names what it exports, and from where: ${statement.getText()}`);
    }
    const file = from.text.replace('./', '').replace(/\.js$/, '.ts');
    const names = clause.elements.filter((each) => !each.isTypeOnly).map(({ name }) => name.text);
    return names.flatMap((name) => {
      const comment = commentOf(sourceOf(file), name);
      return comment === undefined ? [] : [{ name, file, comment }];
    });
  });
}

/** The members of a type that is a choice of words, e.g. `type Cause = 'score' | 'rank'`. */
export function wordsOf(file: string, name: string): string[] {
  const found = sourceOf(file).statements.find((each) => ts.isTypeAliasDeclaration(each) && each.name.text === name);
  const type = found === undefined ? undefined : (found as ts.TypeAliasDeclaration).type;
  if (type === undefined || !ts.isUnionTypeNode(type)) throw new Error(`${file} has no choice of words ${name}`);
  return type.types.map((each) => {
    if (ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal)) return each.literal.text;
    throw new Error(`${name} of ${file} is not made of words alone`);
  });
}

function sourceOf(file: string): ts.SourceFile {
  const path = fileURLToPath(new URL(file, LIBRARY));
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The comment of a function of a file, of the first of its overloads; undefined when the name is no function's. */
function commentOf(source: ts.SourceFile, name: string): string | undefined {
  for (const statement of source.statements) {
    const isIt = ts.isFunctionDeclaration(statement)
      ? statement.name?.text === name
      : ts.isVariableStatement(statement) && statement.declarationList.declarations.some((each) => isArrow(each, name));
    if (isIt)
      return ts
        .getJSDocCommentsAndTags(statement)
        .map((each) => each.getText())
        .join('\n');
  }
  return undefined;
}

const isArrow = ({ name, initializer }: ts.VariableDeclaration, wanted: string): boolean =>
  ts.isIdentifier(name) && name.text === wanted && initializer !== undefined && ts.isArrowFunction(initializer);
