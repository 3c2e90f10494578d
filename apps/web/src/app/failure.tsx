import { Alert, Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { useSession } from '../api/sessions.js';
import { referenceOf, useProblemText } from './use-problem-text.js';

interface Props {
  error: unknown;
  /** What was to be done, where it was not to show a page. */
  title?: 'signOut.failed';
  retry: () => void;
}

/** What stands in the place of content that could not be read. Trying again is offered only where it may help. */
export function Failure({ error, title: own, retry }: Props) {
  // Only what is known of it: where it is the session that cannot be read, reading it here would begin all over again.
  const roles = useSession({ enabled: false }).data?.grants.map(({ role }) => role) ?? [];
  const text = useProblemText();
  const reference = referenceOf(error);
  const status = error instanceof ProblemError ? error.status : 0;
  const title = own ?? (status === 403 ? 'problem.refused' : status === 404 ? 'notFound.title' : 'problem.notRead');
  // An administrator told to ask the administrator would ask in vain: no right is missing that could be granted.
  const isAdmin = roles.length > 0 && roles.every((role) => role === 'admin');
  const isFinal = status === 403 || status === 404;
  return (
    <div className="page-failure">
      <h1>
        <FormattedMessage id={title} />
      </h1>
      <Alert
        type={isFinal ? 'warning' : 'error'}
        showIcon
        title={text(error)}
        description={
          reference === null ? undefined : <FormattedMessage id="problem.reference" values={{ reference }} />
        }
        action={
          isFinal ? undefined : (
            <Button onClick={retry}>
              <FormattedMessage id="action.retry" />
            </Button>
          )
        }
      />
      {isFinal && (
        <p>
          {status === 403 && <FormattedMessage id={isAdmin ? 'problem.refusedAdmin' : 'problem.refusedText'} />}{' '}
          <Link to="/" className="target">
            <FormattedMessage id="notFound.back" />
          </Link>
        </p>
      )}
    </div>
  );
}
