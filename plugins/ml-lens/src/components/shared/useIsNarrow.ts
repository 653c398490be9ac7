import useMediaQuery from '@material-ui/core/useMediaQuery';

/** Phones: cards instead of a table, filters behind a button. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 600px)', { noSsr: true });
}
