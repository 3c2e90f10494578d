/** The adapter of a server; only its tree of routes is asked. */
interface WithRoutes {
  getInstance(): { printRoutes(options: { commonPrefix: boolean }): string };
}

/** Every route that the server answers, as `METHOD /path`, whoever registered it; HEAD goes with its GET. */
export function registeredRoutes(adapter: WithRoutes): string[] {
  const tree = adapter.getInstance().printRoutes({ commonPrefix: false });
  const path: string[] = [];
  const routes: string[] = [];
  for (const line of tree.split('\n')) {
    const found = /^(.*?)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!found) continue;
    const [, indent = '', segment = '', methods = ''] = found;
    path.length = indent.length / 4;
    path.push(segment);
    for (const method of methods.split(', '))
      if (method !== '' && method !== 'HEAD') routes.push(`${method} ${path.join('')}`);
  }
  return routes.toSorted();
}
