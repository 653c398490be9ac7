import { QueryProvider } from '../../api/QueryProvider';
import { Surface } from '../shared';

/** The tab on a service's entity page. */
export function EntityReviewContent() {
  return (
    <QueryProvider>
      <Surface />
    </QueryProvider>
  );
}
