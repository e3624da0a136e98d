import { checkNode, ensureBuilt, ensureInstalled } from './bootstrap.mjs';

checkNode();
ensureInstalled();
ensureBuilt(true);
