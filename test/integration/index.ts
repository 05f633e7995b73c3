/** What VS Code's extension host runs. */
import { captured } from './capturedThreads';
import { runAll } from './suite';
import './scenarios';
import './workspaceCheck';

export async function run(): Promise<void> {
  try {
    await runAll();
  } finally {
    captured.release();
  }
}
