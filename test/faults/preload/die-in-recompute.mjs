// Runs before the worker, which then dies the first time it comes to the place named by FAULT_AT with the result of the
// cluster FAULT_CLUSTER; what other clusters may also be behind is let pass.
import { die } from './die.mjs';
import { commits, watchStatements, writesTo } from './watch-statements.mjs';

const at = process.env['FAULT_AT'];
const cluster = process.env['FAULT_CLUSTER'];
/** The cluster's result is on its way; then, kept. */
let clusterWritten = false;
let clusterKept = false;
/** What the next commit keeps is what this is about. */
let written = false;

watchStatements(
  (sql, values) => {
    if (writesTo(sql, 'cluster_result') && values.includes(cluster)) {
      if (at === 'before write') die('before write');
      clusterWritten = true;
      written = at !== 'campaign before commit';
    }
    if (at === 'campaign before commit' && clusterKept && writesTo(sql, 'campaign_result')) written = true;
    if (written && commits(sql) && at !== 'after commit') die('before commit');
  },
  (sql) => {
    if (!commits(sql)) return;
    if (written) die('after commit');
    clusterKept ||= clusterWritten;
  },
);
