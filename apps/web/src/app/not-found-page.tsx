import { Result } from 'antd';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';

export function NotFoundPage() {
  return (
    <Result
      status="info"
      title={<FormattedMessage id="notFound.title" />}
      extra={
        <Link to="/">
          <FormattedMessage id="notFound.back" />
        </Link>
      }
    />
  );
}
