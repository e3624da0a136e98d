import { configure } from '@testing-library/react';

/** A machine that is busy with other things is not a fault of the window. */
configure({ asyncUtilTimeout: 20_000 });
