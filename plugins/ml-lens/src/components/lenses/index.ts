export { LensesPage } from './LensesPage';
