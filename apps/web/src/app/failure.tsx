import { Alert, Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { referenceOf, useProblemText } from './use-problem-text.js';

/** What stands in the place of content that could not be read. Trying again is offered only where it may help. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useProblemText();
  const reference = referenceOf(error);
  const refused = error instanceof ProblemError && error.status === 403;
  return (
    <div className="page-failure">
      <h1>
        <FormattedMessage id={refused ? 'problem.refused' : 'problem.notRead'} />
      </h1>
      <Alert
        type={refused ? 'warning' : 'error'}
        showIcon
        title={text(error)}
        description={
          reference === null ? undefined : <FormattedMessage id="problem.reference" values={{ reference }} />
        }
        action={
          refused ? undefined : (
            <Button onClick={retry}>
              <FormattedMessage id="action.retry" />
            </Button>
          )
        }
      />
      {refused && (
        <p>
          <FormattedMessage id="problem.refusedText" />{' '}
          <Link to="/" className="target">
            <FormattedMessage id="notFound.back" />
          </Link>
        </p>
      )}
    </div>
  );
}
