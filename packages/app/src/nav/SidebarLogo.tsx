// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Logo } from './Logo';

const useStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    width: '100%',
    height: 2.5 * sidebarConfig.logoHeight,
    // The mark stays in place when the sidebar opens.
    paddingLeft: (sidebarConfig.drawerWidthClosed - 32) / 2,
    color: 'inherit',
    '&:hover': { textDecoration: 'none' },
  },
  word: {
    color: '#fff',
    fontSize: 20,
    fontWeight: 700,
    letterSpacing: 0.2,
    whiteSpace: 'nowrap',
  },
});

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link to="/" underline="none" className={classes.link} aria-label="ML Lens">
      <Logo />
      {isOpen && <span className={classes.word}>ML Lens</span>}
    </Link>
  );
};
