/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

int
main(int argc, char **argv)
{
    return (int)incmap_cli_run(argc, argv);
}
