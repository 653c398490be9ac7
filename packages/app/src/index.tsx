import '@backstage/cli/asset-types';
import ReactDOM from 'react-dom/client';
import App from './App';
import { ignoreResizeNotice } from './resizeNotice';
import '@backstage/ui/css/styles.css';

if (process.env.NODE_ENV === 'development') {
  ignoreResizeNotice();
}

ReactDOM.createRoot(document.getElementById('root')!).render(App.createRoot());
