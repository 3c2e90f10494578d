export async function runDemo(_: unknown) {}
