/** The cells of each row of the tables of a page, without the rows of dashes. */
export function tableRows(page: string): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** Folders at the top of the repository in which files are named. */
const IN_FOLDER = /`((?:apps|config|docs|libs|test)\/[\w./@-]+)`/g;
/** Files at the top itself. */
const AT_TOP = /`((?:package(?:-lock)?|tsconfig|\.oxlintrc)\.json)`/g;

/** The files of the repository that a text names. What is built is not among them. */
export function filesOf(text: string): string[] {
  const found = [...text.matchAll(IN_FOLDER), ...text.matchAll(AT_TOP)].map(([, path]) => path!);
  return [...new Set(found)].filter((path) => !path.includes('/dist/'));
}
