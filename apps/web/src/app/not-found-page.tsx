import { Result } from 'antd';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';

export function NotFoundPage() {
  return (
    <Result
      status="info"
      title={
        <h1>
          <FormattedMessage id="notFound.title" />
        </h1>
      }
      extra={
        <Link to="/" className="target">
          <FormattedMessage id="notFound.back" />
        </Link>
      }
    />
  );
}
