package glia.cli.sweep;

import glia.cli.retime.KeptWrites;
import glia.cli.run.TrainingSession;

/**
 * A training that went on to its end, for points whose chips learn the same. It serves one of them at a time.
 *
 * @param point whose training it was
 * @param session the training
 * @param writes what it wrote until each evaluation
 */
record SharedTraining(int point, TrainingSession session, KeptWrites writes) {}
