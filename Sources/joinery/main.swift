import JoineryCommand

JoineryCommand.runAndExit()
