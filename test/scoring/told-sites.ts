import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LIBRARY = fileURLToPath(new URL('../../libs/scoring/', import.meta.url));

/** A place of the engine's sources that tells an error or a warning. */
export interface ToldSite {
  /** File and line. */
  at: string;
  codes: string[];
  /** Every value `params.reason` may have here; empty where there is none. */
  reasons: string[];
  /** The params that are always there. */
  params: string[];
  /** Those that may be missing. */
  optional: string[];
}

/** Every place that calls `problems.add`, `warnings.add` or `fields.range`, by the types of what it passes. */
export function toldSites(): ToldSite[] {
  const files = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^(dist|node_modules)\b|\.d\.ts$/.test(name))
    .map((name) => join(LIBRARY, name));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    noEmit: true,
    types: [],
  });
  const reader = new SiteReader(program.getTypeChecker());
  for (const file of files) reader.visit(program.getSourceFile(file)!);
  return reader.sites;
}

class SiteReader {
  readonly sites: ToldSite[] = [];

  constructor(private readonly checker: ts.TypeChecker) {}

  visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) this.call(node, node.expression);
    // Told where a formula is read, by what was thrown.
    if (ts.isNewExpression(node) && node.expression.getText() === 'FormulaFault') {
      this.keep(node, ['rule.formula.invalid'], node.arguments?.[1]);
    }
    node.forEachChild((child) => this.visit(child));
  }

  private call(call: ts.CallExpression, { expression, name }: ts.PropertyAccessExpression): void {
    const owner = this.checker.getTypeAtLocation(expression).symbol?.name ?? '';
    const [first, , third, fourth] = call.arguments;
    if (name.text === 'add' && (owner === 'Problems' || owner === 'Warnings')) {
      // The wrapper of `range` passes on what its callers say.
      if (!call.getText().includes('{ reason, ...params }')) this.keep(call, this.textsOf(first!), fourth);
    } else if (name.text === 'range' && owner === 'Fields') {
      this.keep(call, ['field.range'], fourth, this.textsOf(third!));
    }
  }

  private keep(call: ts.Expression, codes: string[], params?: ts.Expression, reasons: string[] = []): void {
    const source = call.getSourceFile();
    const line = source.getLineAndCharacterOfPosition(call.getStart()).line + 1;
    const at = `${relative(LIBRARY, source.fileName)}:${line}`;
    const type = params && this.checker.getTypeAtLocation(params);
    const members = type === undefined ? [] : this.membersOf(type);
    const written = params && this.writtenReason(params);
    const reason = members.find((member) => member.name === 'reason');
    this.sites.push({
      at,
      codes,
      reasons: written ?? reason?.texts ?? reasons,
      params: [
        ...(reasons.length > 0 ? ['reason'] : []),
        ...members.filter(({ always }) => always).map((each) => each.name),
      ],
      optional: members.filter(({ always }) => !always).map((each) => each.name),
    });
  }

  /** The reason as an object written at the place says it: its type is any text then. */
  private writtenReason(params: ts.Expression): string[] | undefined {
    const written = this.writtenAt(params);
    for (const member of written?.properties ?? []) {
      if (member.name?.getText() !== 'reason') continue;
      if (ts.isPropertyAssignment(member)) return this.textsOf(member.initializer);
      const symbol = this.checker.getShorthandAssignmentValueSymbol(member);
      return symbol && this.texts(this.checker.getTypeOfSymbolAtLocation(symbol, member));
    }
    return undefined;
  }

  /** The object that is written at the place, or where the constant it names is declared. */
  private writtenAt(params: ts.Expression): ts.ObjectLiteralExpression | undefined {
    if (ts.isAsExpression(params)) return this.writtenAt(params.expression);
    if (ts.isObjectLiteralExpression(params)) return params;
    const declared = ts.isIdentifier(params) ? this.checker.getSymbolAtLocation(params)?.valueDeclaration : undefined;
    if (declared === undefined || !ts.isVariableDeclaration(declared) || !declared.initializer) return undefined;
    return this.writtenAt(declared.initializer);
  }

  private membersOf(type: ts.Type): { name: string; always: boolean; texts: string[] }[] {
    const variants = type.isUnion() ? type.types : [type];
    const names = new Set(variants.flatMap((each) => each.getProperties().map((property) => property.name)));
    return [...names].map((name) => {
      const found = variants.map((each) => each.getProperty(name));
      const types = found.flatMap((each) => (each === undefined ? [] : [this.checker.getTypeOfSymbol(each)]));
      const always = found.every((each) => each !== undefined && (each.flags & ts.SymbolFlags.Optional) === 0);
      return { name, always, texts: types.flatMap((each) => this.texts(each)) };
    });
  }

  private textsOf(expression: ts.Expression): string[] {
    return this.texts(this.checker.getTypeAtLocation(expression));
  }

  /** The words of a choice of words; of any text, the one word `*`. */
  private texts(type: ts.Type): string[] {
    if (type.isUnion()) return type.types.flatMap((each) => this.texts(each));
    return type.isStringLiteral() ? [type.value] : ['*'];
  }
}
