import { request } from 'undici';

/** Follows a campaign's rankings as an open page does, by server-sent events. */
export async function watchRankings(service, campaign) {
  const seen = new Map();
  const waiting = new Set();
  const abort = new AbortController();
  const answer = await request(`${service.url}/api/campaigns/${campaign}/events`, {
    headers: service.cookies[0],
    signal: abort.signal,
    bodyTimeout: 0,
  });
  void follow(answer.body, ({ cluster, revision }) => {
    const now = performance.now();
    if (cluster === null || (seen.get(cluster) ?? 0) >= revision) return;
    seen.set(cluster, revision);
    for (const each of waiting) {
      if (each.cluster !== cluster || each.revision > revision) continue;
      waiting.delete(each);
      each.resolve(now);
    }
  });
  return {
    /** Resolves with the time at which the cluster's ranking was told to count `revision`. */
    reached: (cluster, revision) =>
      (seen.get(cluster) ?? 0) >= revision
        ? Promise.resolve(performance.now())
        : new Promise((resolve) => waiting.add({ cluster, revision, resolve })),
    /** Clusters whose stored ranking is behind, asked of the board. */
    async behind(_service, client) {
      const text = await client.send('GET', `/api/campaigns/${campaign}/board`, service.cookies[0], null, 200);
      return JSON.parse(text).clusters.filter(({ current }) => !current).length;
    },
    close: () => abort.abort(),
  };
}

async function follow(body, onRanking) {
  let text = '';
  try {
    for await (const chunk of body.setEncoding('utf8')) {
      text += chunk;
      const messages = text.split('\n\n');
      text = messages.pop();
      for (const message of messages) {
        if (/^event: ranking$/m.test(message)) onRanking(JSON.parse(/^data: (.*)$/m.exec(message)[1]));
      }
    }
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}
