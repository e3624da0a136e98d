import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { connect } from '../domain/api/link.ts';
import { App } from './app.tsx';
import { choosePort } from './data/ports.ts';
import './kit/fonts.css';
import './kit/tokens.css';
import './kit/base.css';
import './kit/controls.css';
import './kit/parts.css';
import './kit/marks.css';
import './kit/messages.css';
import './kit/page.css';
import './kit/layout.css';

// Zod would otherwise try to make functions from text, which the security policy refuses.
z.config({ jitless: true });

const place = document.getElementById('app');
if (place) createRoot(place).render(<App client={connect(choosePort(window))} />);
